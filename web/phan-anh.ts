import { mount } from 'svelte'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import PhanAnh from './PhanAnh.svelte'
import { keepAppOffline } from './reports/offline/keep-app.ts'

const target = document.getElementById('app')
if (!target) throw new Error('phan-anh.html has no #app')
mount(PhanAnh, { target })
keepAppOffline()
