import { mount } from 'svelte'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import CanBo from './CanBo.svelte'

const target = document.getElementById('app')
if (!target) throw new Error('can-bo.html has no #app')
mount(CanBo, { target })
