import { mount } from 'svelte'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import Embed from './Embed.svelte'

const target = document.getElementById('app')
if (!target) throw new Error('embed.html has no #app')
mount(Embed, { target })
